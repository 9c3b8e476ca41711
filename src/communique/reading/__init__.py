"""Attribution, modality, reference and settling: from candidates to records."""
