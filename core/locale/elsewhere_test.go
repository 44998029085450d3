package locale

import (
	"testing"
	"time"

	"mentorbook/core"
)

func TestTheTimeOfTheOther(t *testing.T) {
	w := words(t, core.English)
	at := time.Date(2026, 11, 23, 13, 0, 0, 0, time.UTC)
	person := func(zone core.Zone) *core.Person { return &core.Person{Zone: zone} }
	for _, c := range []struct {
		name        string
		others      []*core.Person
		long, short string
	}{
		{"another clock", []*core.Person{person("Africa/Nairobi")}, "their time 16:00 (Nairobi)", "16:00 in Nairobi"},
		{"another day", []*core.Person{person("Pacific/Auckland")}, "their time Tue 02:00 (Auckland)", "Tue 02:00 in Auckland"},
		{"the same clock elsewhere", []*core.Person{person("Europe/Paris")}, "", ""},
		{"no zone", []*core.Person{person("")}, "", ""},
		{"nobody known", []*core.Person{nil}, "", ""},
		{"two of one place", []*core.Person{person("Africa/Nairobi"), person("Europe/Paris"), person("Africa/Nairobi")}, "16:00 in Nairobi", "16:00 in Nairobi"},
		{"two places", []*core.Person{person("Africa/Nairobi"), nil, person("America/Sao_Paulo")}, "10:00 in São Paulo, 16:00 in Nairobi", "10:00 in São Paulo, 16:00 in Nairobi"},
		{"more", []*core.Person{person("Asia/Kolkata"), person("Pacific/Auckland"), person("America/Sao_Paulo")}, "10:00 in São Paulo … Tue 02:00 in Auckland", "10:00 in São Paulo … Tue 02:00 in Auckland"},
	} {
		if long, short := w.TheirTime(at, "Europe/Berlin", c.others...), w.TheirClock(at, "Europe/Berlin", c.others...); long != c.long || short != c.short {
			t.Errorf("%s: %q and %q", c.name, long, short)
		}
	}
	if got := w.TheirClock(at, "", person("Africa/Nairobi")); got != "" {
		t.Errorf("from nowhere: %q", got)
	}
}

// Of several people everybody is told whose clock differs, those of one hour together, and nobody's night is left out.
func TestTheTimesOfAGroup(t *testing.T) {
	at := time.Date(2026, 11, 23, 13, 0, 0, 0, time.UTC)
	var all []*core.Person
	for _, p := range []struct {
		name string
		zone core.Zone
	}{{"Arun", "Asia/Kolkata"}, {"Eva", "Europe/Berlin"}, {"Mei", "Asia/Colombo"}, {"Ana", "Asia/Tokyo"}, {"Ben", "Asia/Seoul"}, {"Kofi", "Africa/Accra"}} {
		all = append(all, &core.Person{Name: p.name, Zone: p.zone})
	}
	for lang, want := range map[core.Language][2]string{
		core.English: {"18:30 for Arun and Mei; 22:00 for Ana and Ben; 13:00 for Kofi", "it is 22:00 for Ana and Ben (night, assumed 22:00–08:00)"},
		core.Russian: {"18:30 — Arun и Mei; 22:00 — Ana и Ben; 13:00 — Kofi", "Ana и Ben: там 22:00 (ночь, предположительно 22:00–08:00)"},
	} {
		w := words(t, lang)
		if got := w.Clocks(at, "Europe/Berlin", all...); got != want[0] {
			t.Errorf("%s: %q", lang, got)
		}
		if got := w.Nights(at, "Europe/Berlin", all...); got != want[1] {
			t.Errorf("%s: %q", lang, got)
		}
		if a, b := w.Clocks(at, "Europe/Berlin", all[0]), w.TheirClock(at, "Europe/Berlin", all[0]); a != b || a == "" {
			t.Errorf("%s, of one: %q and %q", lang, a, b)
		}
	}
}

func TestANightThatIsAssumed(t *testing.T) {
	en, ru := words(t, core.English), words(t, core.Russian)
	at := time.Date(2026, 11, 23, 13, 0, 0, 0, time.UTC)
	person := func(zone core.Zone, quiet core.Hours) *core.Person {
		return &core.Person{Name: "Amina Yusuf", GivenName: "Amina", Zone: zone, Quiet: quiet}
	}
	for _, c := range []struct {
		name   string
		other  *core.Person
		en, ru string
	}{
		{"asleep", person("Pacific/Auckland", core.Hours{}), "it is 02:00 for Amina (night, assumed 22:00–08:00)", "Amina: там 02:00 (ночь, предположительно 22:00–08:00)"},
		{"awake", person("Africa/Nairobi", core.Hours{}), "", ""},
		{"who said so", person("Pacific/Auckland", core.Hours{From: 60, To: 120}), "", ""},
		{"no zone", person("", core.Hours{}), "", ""},
		{"nobody known", nil, "", ""},
	} {
		if a, b := en.Nights(at, "Europe/Berlin", c.other), ru.Nights(at, "Europe/Berlin", c.other); a != c.en || b != c.ru {
			t.Errorf("%s: %q and %q", c.name, a, b)
		}
	}
	if got := en.Nights(at.Add(10*time.Hour), "Europe/Berlin", person("Europe/Paris", core.Hours{})); got != "" {
		t.Errorf("by the owner's own clock: %q", got)
	}
}
