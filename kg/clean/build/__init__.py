"""How the tables of the cleaner are made. Nothing here is needed at run time."""
