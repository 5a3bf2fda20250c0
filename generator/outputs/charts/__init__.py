"""Charts: what is counted, and how it is drawn, as pure functions over a site's records."""
