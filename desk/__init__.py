"""Desk: the front-office program of an Indonesian election-commission (KPU) office."""

__version__ = "0.1.0"
