"""Language: what the site says in its own words, and strangers' text made safe."""
