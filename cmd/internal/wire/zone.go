package wire

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"mentorbook/core"
)

// SystemZone finds the time zone that the machine is set to; "" where it does not say. The clock of the language
// knows it only as "Local", which means a different one on each machine.
func SystemZone() core.Zone {
	link, err := os.Readlink("/etc/localtime")
	if err != nil {
		link = ""
	}
	text, err := os.ReadFile("/etc/timezone")
	if err != nil {
		text = nil
	}
	return zoneOf(os.Getenv("TZ"), string(text), link, time.Local.String())
}

// zoneOf takes the first that names a zone: the variable, the file with a name, the link into the zone database,
// and what the system itself calls its zone.
func zoneOf(variable, text, link, local string) core.Zone {
	if i := strings.Index(link, "zoneinfo/"); i >= 0 {
		link = filepath.ToSlash(link[i+len("zoneinfo/"):])
	} else {
		link = ""
	}
	for _, name := range []string{strings.TrimPrefix(variable, ":"), text, link, local} {
		if zone, err := core.ParseZone(strings.TrimSpace(name)); err == nil {
			return zone
		}
	}
	return ""
}
