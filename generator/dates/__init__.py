"""Dates as records write them (EDTF), and the instants that they allow."""
