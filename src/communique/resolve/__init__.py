"""Who is who across reports, languages and scripts; every link says why it was made."""
