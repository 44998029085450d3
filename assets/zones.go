package assets

import _ "embed" // the table travels inside the program

//go:embed zones/zones.txt
var zones string

// Zones gives the table of time zones, a line each: the IANA name, the Russian name of its city, more cities that go by
// it, parted by commas, and the English name of its city where that is not the last part of the zone's ("" else); the four
// parted by tabs, and what is empty at the end left out. Lines that begin with # are no entries.
func Zones() string { return zones }
