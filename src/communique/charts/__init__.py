"""Charts of the views, drawn by Vega-Lite without a network: PNG and SVG, readable in black and white."""
