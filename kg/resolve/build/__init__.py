"""Scripts that make the tables of ``kg/resolve/data``."""
