"""The views as tables: one function a table, each of a scene and the states asked for."""
