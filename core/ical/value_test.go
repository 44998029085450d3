package ical

import "testing"

func TestMailto(t *testing.T) {
	for email, want := range map[string]string{
		"amina@example.org":         "mailto:amina@example.org",
		"o'neil+x@example.org":      "mailto:o'neil+x@example.org",
		"a%b/c?d#e@example.org":     "mailto:a%25b%2Fc%3Fd%23e@example.org", // RFC 6068 2, 1
		"a&b=c@example.org":         "mailto:a%26b%3Dc@example.org",
		"дарья@example.org":         "mailto:%D0%B4%D0%B0%D1%80%D1%8C%D1%8F@example.org",
		"gorby%kremvax@example.org": "mailto:gorby%25kremvax@example.org",
	} {
		if have := mailto(email); have != want {
			t.Errorf("%s: %s, want %s", email, have, want)
		}
	}
}

func TestConferenceURI(t *testing.T) {
	for link, want := range map[string]string{
		"https://meet.example.org/a":         "https://meet.example.org/a",
		"HTTPS://meet.example.org/a":         "HTTPS://meet.example.org/a",
		"https://meet.example.org/а б":       "https://meet.example.org/%D0%B0%20%D0%B1",
		"https://meet.example.org/%D0%B0":    "https://meet.example.org/%D0%B0",
		"tel:+15550100":                      "tel:+15550100",
		"sip:room@example.org":               "sip:room@example.org",
		"msteams:/l/meetup-join/x":           "msteams:/l/meetup-join/x",
		"mailto:a@example.org":               "",
		"file:///srv/room":                   "",
		"javascript:alert(1)":                "",
		"https:meet":                         "",
		"Room 4":                             "",
		"meet.example.org/a":                 "",
		"":                                   "",
		"https://meet.example.org/\x00\r\nX": "",
	} {
		if have, ok := conferenceURI(link); have != want || ok != (want != "") {
			t.Errorf("%q: %q, want %q", link, have, want)
		}
	}
}

func TestEncodeParam(t *testing.T) {
	for s, want := range map[string]string{ // RFC 6868 3.1, and an escape that stands in the text itself
		`George Herman "Babe" Ruth`: `George Herman ^'Babe^' Ruth`,
		"a\nb":                      "a^nb",
		"2^3":                       "2^^3",
		"^n^'":                      "^^n^^'",
	} {
		if have := encodeParam(s); have != want {
			t.Errorf("%q: %q, want %q", s, have, want)
		}
	}
}
