"""What a change of the records means for those who read the site: two sites become changes, and these become words."""
