"""The words of the interface, a folder of Fluent files for each language."""
