"""One writer per export format. Every table is UTF-8, RFC 4180, with "." decimals, and is written whole."""
