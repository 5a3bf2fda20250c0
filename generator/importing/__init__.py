"""From other tools' tables to records."""
