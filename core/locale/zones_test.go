package locale

import (
	"strings"
	"testing"
	_ "time/tzdata"
	"unicode"

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
		{core.English, "sao p", "São Paulo", "America/Sao_Paulo"},
		{core.English, "são p", "São Paulo", "America/Sao_Paulo"},
		{core.Russian, "sao paulo", "São Paulo", "America/Sao_Paulo"},
		{core.English, "bogotá", "Bogotá", "America/Bogota"},
		{core.Russian, "остров пасхи", "Остров Пасхи", "Pacific/Easter"},
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
}

// TestCitiesAreNamedInTheLanguageAtHand: in Russian no zone of a city shows Latin letters, in English none Cyrillic.
func TestCitiesAreNamedInTheLanguageAtHand(t *testing.T) {
	ru, err := New(core.Russian)
	if err != nil {
		t.Fatal(err)
	}
	en, err := New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	for zone := range ru.places.byZone {
		if name := ru.City(zone); zone != "UTC" && (name == "" || strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Latin, r) })) {
			t.Errorf("%s is %q in Russian", zone, name)
		}
		if name := en.City(zone); name == "" || strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
			t.Errorf("%s is %q in English", zone, name)
		}
	}
	for _, c := range []struct{ zone, en, ru string }{
		{"America/Sao_Paulo", "São Paulo", "Сан-Паулу"},
		{"America/New_York", "New York", "Нью-Йорк"},
		{"Pacific/Niue", "Niue", "Ниуэ"},
		{"Etc/GMT-3", "UTC+3", "UTC+3"},
		{"Antarctica/Troll", "Troll", "Troll"},
	} {
		if en.City(core.Zone(c.zone)) != c.en || ru.City(core.Zone(c.zone)) != c.ru {
			t.Errorf("%s: %q and %q", c.zone, en.City(core.Zone(c.zone)), ru.City(core.Zone(c.zone)))
		}
	}
}
