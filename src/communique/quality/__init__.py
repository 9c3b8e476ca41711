"""How well records agree with gold records, by the rules of the record contract, and the floors they hold."""
