package wire

import "testing"

func TestZoneOf(t *testing.T) {
	for _, c := range []struct{ variable, text, link, local, want string }{
		{"", "Europe/Berlin\n", "", "Local", "Europe/Berlin"},
		{":Asia/Tokyo", "Europe/Berlin", "", "Local", "Asia/Tokyo"},
		{"CET-1CEST", "", "/usr/share/zoneinfo/Africa/Nairobi", "Local", "Africa/Nairobi"},
		{"", "", "../usr/share/zoneinfo/Etc/UTC", "Local", "Etc/UTC"},
		{"", "", "", "Europe/Paris", "Europe/Paris"},
		{"", "", "", "Local", ""},
		{"", "nonsense", "/etc/somewhere", "", ""},
	} {
		if got := zoneOf(c.variable, c.text, c.link, c.local); string(got) != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
}
