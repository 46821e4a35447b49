"""What of the last build is still right: which file was made of what, and whether any of it has changed. Reads no file but the site's."""
