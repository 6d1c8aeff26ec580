"""One folder per screen: view, table model, presenter."""
