package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// Long work says how far it has come: not at once, not all the time, and never of few records.
func TestLongWorkSaysHowFarItHasCome(t *testing.T) {
	var line, said bytes.Buffer
	at := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	clock := func() time.Time { return at }
	for _, lang := range []string{"en", "ru"} {
		said.Reset()
		p := (&progress{a: &app{stderr: &said, lang: lang}, now: clock}).begin()
		p.done(50_000)
		at = at.Add(2 * time.Second)
		p.done(30)
		if said.Len() > 0 {
			t.Errorf("said too early: %q", said.String())
		}
		p.done(100_000)
		at = at.Add(time.Second)
		p.done(150_000)
		at = at.Add(saidEvery)
		p.of(400_000)(300_000)
		p.end()
		want := map[string]string{
			"en": "mentorctl: 100,000 records so far\nmentorctl: 300,000 of 400,000 records so far\n",
			"ru": "mentorctl: пока готово 100 000 записей\nmentorctl: пока готово записей: 300 000 из 400 000\n",
		}[lang]
		if got := said.String(); got != want {
			t.Errorf("said %q, want %q", got, want)
		}
	}
	said.Reset()
	file := (&progress{a: &app{stderr: &said, lang: "en"}, now: clock}).begin()
	at = at.Add(2 * time.Second)
	file.bytes(largeFile/2, largeFile-1)
	file.bytes(largeFile/2, largeFile)
	if got := said.String(); got != "mentorctl: 50% so far\n" {
		t.Errorf("of a large file: %q", got)
	}
	said.Reset()
	p := (&progress{a: &app{stderr: &said, lang: "en"}, now: clock, line: &line}).begin()
	for done := 100_000; done <= 300_000; done += 100_000 {
		at = at.Add(2 * time.Second)
		p.share(done, 300_000)
	}
	p.end()
	if got := line.String(); strings.Contains(got, "\n") || strings.Count(got, "\r") != 5 || !strings.HasSuffix(got, " \r") || said.Len() > 0 {
		t.Errorf("on a terminal %q, and %q", got, said.String())
	}
}
