package locale

import (
	"testing"
	_ "time/tzdata"

	"mentorbook/core"
)

func TestPlacesAreFoundInBothLanguages(t *testing.T) {
	for _, c := range []struct {
		lang       core.Language
		text, city string
		zone       core.Zone
	}{
		{core.English, "nairobi", "Nairobi", "Africa/Nairobi"},
		{core.English, "найро", "Найроби", "Africa/Nairobi"},
		{core.Russian, "найро", "Найроби", "Africa/Nairobi"},
		{core.Russian, "петербург", "Санкт-Петербург", "Europe/Moscow"},
		{core.English, "New Y", "New York", "America/New_York"},
		{core.English, "europe/berlin", "Berlin", "Europe/Berlin"},
		{core.English, "san f", "San Francisco", "America/Los_Angeles"},
		{core.Russian, "Киш", "Кишинёв", "Europe/Chisinau"},
		{core.Russian, "кишинев", "Кишинёв", "Europe/Chisinau"},
		{core.English, "UTC", "UTC", "UTC"},
	} {
		w, err := New(c.lang)
		if err != nil {
			t.Fatal(err)
		}
		got := w.FindPlaces(c.text, 5)
		if len(got) == 0 || got[0] != (Place{c.zone, c.city}) {
			t.Errorf("%s %q: %v", c.lang, c.text, got)
		}
	}
}

func TestEveryPlaceHasAZone(t *testing.T) {
	w, err := New(core.Russian)
	if err != nil {
		t.Fatal(err)
	}
	if len(w.places.all) < 500 {
		t.Errorf("only %d places", len(w.places.all))
	}
	for _, p := range w.places.all {
		if _, err := p.Zone.Location(); err != nil {
			t.Errorf("%s of %s: %v", p.Zone, p.City, err)
		}
	}
	if len(w.FindPlaces("а", 8)) != 8 || w.FindPlaces(" ", 8) != nil || w.FindPlaces("qqqq", 8) != nil {
		t.Error("the limit is not kept, or nothing finds something")
	}
	if w.City("Europe/Moscow") != "Москва" || w.City("Pacific/Niue") != "Niue" {
		t.Error(w.City("Europe/Moscow"), w.City("Pacific/Niue"))
	}
}
