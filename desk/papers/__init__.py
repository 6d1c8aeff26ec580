"""One function per paper: from the id of a record to the bytes of a PDF."""
