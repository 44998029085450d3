package ical

import (
	"mime"
	"strings"
	"testing"

	"mentorbook/core"
)

func TestHeaderText(t *testing.T) {
	for s, want := range map[string]string{
		"":                      "",
		"Plan":                  "Plan",
		`Plan, "quoted": a@b`:   `Plan, "quoted": a@b`,
		"План":                  "=?utf-8?b?0J/Qu9Cw0L0=?=",
		"=?utf-8?q?evil?=":      "=?utf-8?b?PT91dGYtOD9xP2V2aWw/PQ==?=", // or it would be read as "evil"
		strings.Repeat("a", 61): "=?utf-8?b?" + "YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh?= =?utf-8?b?YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh?= =?utf-8?b?YQ==?=",
	} {
		have := headerText(s)
		if have != want {
			t.Errorf("%q: %s, want %s", s, have, want)
		}
		if back, err := new(mime.WordDecoder).DecodeHeader(have); err != nil || back != s {
			t.Errorf("%q reads %q: %v", s, back, err)
		}
	}
}

func TestMailbox(t *testing.T) {
	for want, p := range map[string]core.Party{
		"a@xn--e1afmkfd.xn--p1ai":                              {Email: "a@Пример.рф"},
		`"A" <a@xn--e1afmkfd.xn--p1ai>`:                        {Name: "A", Email: "a@пример。рф"},
		"a@example.org":                                        {Email: "a@example.org"},
		`"Amina Yusuf" <a@example.org>`:                        {Name: "Amina Yusuf", Email: "a@example.org"},
		`"Yusuf, \"A\"" <a@example.org>`:                       {Name: `Yusuf, "A"`, Email: "a@example.org"},
		"=?utf-8?b?0J/Qu9Cw0L0=?= <a@example.org>":             {Name: "План", Email: "a@example.org"},
		"=?utf-8?b?PT91dGYtOD9xP2V2aWw/PQ==?= <a@example.org>": {Name: "=?utf-8?q?evil?=", Email: "a@example.org"},
	} {
		if have := mailbox(p); have != want {
			t.Errorf("%+v: %s, want %s", p, have, want)
		}
	}
}
