package meeting

import (
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// ReadItem reads a typed item with its minutes. Minutes behind a comma, and nothing before it, are those of an item that is
// yet to be named.
func ReadItem(text string) core.AgendaItem {
	var item core.AgendaItem
	item.Text, item.Minutes = locale.CutMinutes(core.CleanLine(text))
	return item
}

// ReadMinutes reads the field for an item's minutes; an empty one is none.
func ReadMinutes(text string) (int, error) {
	if strings.TrimSpace(text) == "" {
		return 0, nil
	}
	return locale.ReadMinutes("minutes", text, 0, locale.MostMinutes)
}
