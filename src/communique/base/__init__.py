"""Spans and evidence, EDTF dates, content-hash ids: what every layer stands on."""
