"""The Code page: sampling and rating."""
