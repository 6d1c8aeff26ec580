"""One form per service: it names its sections and what is unique to the service."""
