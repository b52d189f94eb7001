"""Recognizers: what models and servers answer, and what becomes of it."""
