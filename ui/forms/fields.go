package forms

import (
	"strings"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/kit"
)

// Lines reads a field of several lines as a list, empty lines left out.
func Lines(text string) []string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// Two puts two fields beside each other, and below each other where there is little room.
func Two(a, b fyne.CanvasObject) fyne.CanvasObject { return kit.Columns(420, []float32{1, 1}, a, b) }

// Zone makes a field for a time zone: typing a city in either language finds it.
func Zone(w *locale.Words, zone core.Zone, chosen func(core.Zone)) *kit.Combo {
	return ZoneOf(w, w.Label("zone"), zone, chosen)
}

// ZoneOf is Zone under a label of its own.
func ZoneOf(w *locale.Words, label string, zone core.Zone, chosen func(core.Zone)) *kit.Combo {
	c := kit.NewCombo(label, w.T("picker.zone_hint"), func(text string) []kit.ComboItem {
		var out []kit.ComboItem
		for _, p := range w.FindPlaces(text, 20) {
			out = append(out, kit.ComboItem{Key: string(p.Zone), Text: p.City, Caption: string(p.Zone)})
		}
		return out
	}, func(item kit.ComboItem) {
		if chosen != nil {
			chosen(core.Zone(item.Key))
		}
	})
	if zone != "" {
		c.SetValue(kit.ComboItem{Key: string(zone), Text: w.City(zone), Caption: string(zone)})
	}
	return c
}
