package assets

import _ "embed" // the table travels inside the program

//go:embed zones/zones.txt
var zones string

// Zones gives the table of time zones, a line each: the IANA name, the Russian name of its city ("" where it
// has none here), and more cities that go by it, parted by commas; the three parted by tabs. Lines that begin
// with # are no entries.
func Zones() string { return zones }
