package main

import (
	"os"
	"strings"
	"testing"
)

// answered is an organizer's workspace from which Bob was invited to a meeting and to a series of four.
type answered struct {
	*tokyo
	meeting, series   string // their ids
	oneUID, seriesUID string
}

func newAnswered(t *testing.T) *answered {
	t.Helper()
	w := &answered{tokyo: newTokyo(t)}
	w.meeting = w.made("plan", w.rel, "--start", "2026-12-04T10:00")
	w.series = w.made("plan", w.rel, "--start", "2026-12-03T15:00", "--repeat", "weekly", "--times", "4")
	w.oneUID, w.seriesUID = w.invited(w.meeting), w.invited(w.series)
	return w
}

// invited sends an invitation, and gives the UID in it.
func (w *answered) invited(id string) string {
	w.t.Helper()
	w.run("invite", id, "-o", id+".ics")
	data, err := os.ReadFile(id + ".ics")
	if err != nil {
		w.t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(data), "\nUID:")
	uid, _, _ := strings.Cut(rest, "\r")
	return uid
}

const bobsAddress = "mailto:bob@example.org"

// answerFile writes what a guest's program sends; no method leaves that line out.
func answerFile(method, uid, lines string) string {
	if method != "" {
		method = "METHOD:" + method + "\n"
	}
	return strings.ReplaceAll("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\n"+method+"BEGIN:VEVENT\nUID:"+uid+"\nDTSTAMP:20261124T120000Z\n"+lines+"\nEND:VEVENT\nEND:VCALENDAR\n", "\n", "\r\n")
}

// mailed puts it into an e-mail.
func mailed(from, method, text string) string {
	return "From: " + from + "\r\nContent-Type: text/calendar; method=" + method + "\r\n\r\n" + text
}

// read looks at a file and takes it in, and gives what is said of it in both languages.
func (w *answered) read(text string) (code int, en, ru string) {
	w.t.Helper()
	name := "answer.ics"
	if strings.HasPrefix(text, "From:") {
		name = "answer.eml"
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
	_, out, line := w.do("calendar", "import", name, "--dry-run", "--lang", "ru")
	ru = out + line
	code, out, line = w.do("calendar", "import", name)
	return code, out + line, ru
}

// standings gives the day and the answer of each planned meeting of December.
func (w *answered) standings() string {
	w.t.Helper()
	var out []string
	for line := range strings.Lines(w.run("list", "meetings", "--from", "2026-12-01", "--to", "2027-01-01")) {
		_, state, ok := strings.Cut(line, "planned")
		if f := strings.Fields(line); ok && strings.TrimSpace(state) != "no answer yet" {
			out = append(out, strings.TrimPrefix(f[1], "2026-12-")+" "+strings.TrimSpace(state))
		}
	}
	return strings.Join(out, ", ")
}

// TestWhatGuestsProgramsAnswer: whatever form an answer has, it is taken for what it says of whom it says it of, or it is said in
// plain words why it is not, and nothing changes.
func TestWhatGuestsProgramsAnswer(t *testing.T) {
	bob := func(part string) string { return "SEQUENCE:0\nATTENDEE;PARTSTAT=" + part + ":" + bobsAddress }
	for _, c := range []struct {
		name   string
		file   func(w *answered) string
		en, ru string
		stands string // "" where nothing is taken
	}{
		{"accepted", func(w *answered) string { return answerFile("REPLY", w.oneUID, bob("ACCEPTED")) }, "Bob <bob@example.org>: accepted", "согласие", "04 accepted"},
		{"in their own e-mail", func(w *answered) string {
			return mailed("Bob <BOB@example.org>", "REPLY", answerFile("REPLY", w.oneUID, bob("DECLINED")))
		}, "declined — Ann – Bob\n", "отказ — Ann – Bob\n", "04 declined"},
		{
			"from another address", func(w *answered) string {
				return mailed("Bob <dan@example.net>", "REPLY", answerFile("REPLY", w.oneUID, bob("DECLINED")))
			},
			"this answer for bob@example.org came from dan@example.net", "ответ за bob@example.org пришёл с адреса dan@example.net", "04 declined",
		},
		{"delegated", func(w *answered) string {
			return answerFile("REPLY", w.oneUID, "SEQUENCE:0\nATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:dan@example.org\":"+bobsAddress+
				"\nATTENDEE;PARTSTAT=ACCEPTED;DELEGATED-FROM=\""+bobsAddress+"\":mailto:dan@example.org")
		}, "Sends somebody else in their place: dan@example.org", "Присылает вместо себя другого: dan@example.org", "04 declined"},
		{"delegated to nobody in particular", func(w *answered) string {
			return answerFile("REPLY", w.oneUID, bob("DELEGATED"))
		}, "Sends somebody else in their place; if you agree", "Присылает вместо себя другого; если", "04 declined"},
		{"several guests", func(w *answered) string {
			return answerFile("REPLY", w.oneUID, bob("ACCEPTED")+"\nATTENDEE;PARTSTAT=DECLINED:mailto:eve@example.org")
		}, "but not which of them answers", "неизвестно, кто из них отвечает", ""},
		{"an unknown UID", func(*answered) string { return answerFile("REPLY", "nobody", bob("ACCEPTED")) }, "No invitation from here was about this (nobody)", "Отсюда на это не приглашали (nobody)", ""},
		{"somebody else", func(w *answered) string {
			return answerFile("REPLY", w.oneUID, "SEQUENCE:0\nATTENDEE;PARTSTAT=ACCEPTED;CN=Bob:mailto:eve@example.org")
		}, "no invitation was sent to eve@example.org", "приглашения на адрес eve@example.org не было", ""},
		{"a meeting that the series never had", func(w *answered) string {
			return answerFile("REPLY", w.seriesUID, "RECURRENCE-ID:20261205T200000Z\n"+bob("ACCEPTED"))
		}, "has no meeting at 2026-12-05T15:00", "нет встречи 2026-12-05T15:00", ""},
		{"a meeting that was called off", func(w *answered) string {
			w.run("cancel", w.series, "--occurrence", "2026-12-24T15:00")
			w.run("invite", w.series, "--occurrence", "2026-12-24T15:00", "--method", "cancel", "-o", "off.ics")
			return answerFile("REPLY", w.seriesUID, "RECURRENCE-ID;TZID=America/New_York:20261224T150000\n"+bob("ACCEPTED"))
		}, "The meeting has already been cancelled", "Встреча уже отменена", ""},
		{"an older version", func(w *answered) string {
			w.run("move", w.meeting, "--start", "2026-12-04T11:00")
			w.run("invite", w.meeting, "-o", "again.ics")
			return answerFile("REPLY", w.oneUID, bob("ACCEPTED"))
		}, "a newer answer or invitation is here", "есть более новый ответ или приглашение", ""},
		{"a version that was never sent", func(w *answered) string {
			return answerFile("REPLY", w.oneUID, strings.Replace(bob("ACCEPTED"), "SEQUENCE:0", "SEQUENCE:7", 1))
		}, "answers version 8, but the last one sent was 1", "ответ на версию 8, а последняя отправленная — 1", ""},
		{"by the day alone", func(w *answered) string {
			return answerFile("REPLY", w.seriesUID, "RECURRENCE-ID;VALUE=DATE:20261210\n"+bob("DECLINED"))
		}, "declined — Ann – Bob, the one on 10 Dec", "отказ — Ann – Bob, встреча 10 дек.", "10 declined"},
		{"by a time without a zone", func(w *answered) string {
			return answerFile("REPLY", w.seriesUID, "RECURRENCE-ID:20261210T150000\n"+bob("DECLINED"))
		}, "declined — Ann – Bob, the one on 10 Dec", "отказ — Ann – Bob, встреча 10 дек.", "10 declined"},
		{"by midnight", func(w *answered) string {
			return answerFile("REPLY", w.seriesUID, "RECURRENCE-ID;TZID=America/New_York:20261210T000000\n"+bob("DECLINED"))
		}, "declined — Ann – Bob, the one on 10 Dec", "отказ — Ann – Bob, встреча 10 дек.", "10 declined"},
		{"in UTC", func(w *answered) string {
			return answerFile("REPLY", w.seriesUID, "RECURRENCE-ID:20261217T200000Z\nDTSTART:20261217T200000Z\n"+bob("TENTATIVE"))
		}, "tentative — Ann – Bob, the one on 17 Dec", "под вопросом — Ann – Bob, встреча 17 дек.", "17 tentative"},
		{"all of the series", func(w *answered) string { return answerFile("REPLY", w.seriesUID, bob("ACCEPTED")) }, "Bob <bob@example.org>: accepted", "согласие", "03 accepted, 10 accepted, 17 accepted, 24 accepted"},
		{"no METHOD", func(w *answered) string {
			return answerFile("", w.oneUID, "DTSTART:20261204T150000Z\nDTEND:20261204T154500Z\nORGANIZER:mailto:ann@example.com\n"+bob("DECLINED"))
		}, "METHOD is missing", "нет METHOD", ""},
		{"no METHOD, of one of a series", func(w *answered) string {
			return answerFile("", w.seriesUID, "RECURRENCE-ID:20261217T200000Z\nDTSTART:20261217T200000Z\nDTEND:20261217T204500Z\nORGANIZER:mailto:ann@example.com\n"+bob("DECLINED"))
		}, "METHOD is missing", "нет METHOD", ""},
		{"METHOD in the e-mail alone", func(w *answered) string {
			return mailed("bob@example.org", "REPLY", answerFile("", w.oneUID, bob("DECLINED")))
		}, "declined", "отказ", "04 declined"},
		{"no answer in it", func(w *answered) string {
			return answerFile("REPLY", w.oneUID, bob("NEEDS-ACTION"))
		}, "“NEEDS-ACTION” is not an answer", "«NEEDS-ACTION» — это не ответ", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newAnswered(t)
			code, en, ru := w.read(c.file(w))
			if !strings.Contains(en, c.en) || !strings.Contains(ru, c.ru) || (code == exitDone) != (c.stands != "") {
				t.Errorf("exit %d, without %q or %q:\n%s%s", code, c.en, c.ru, en, ru)
			}
			if stands := w.standings(); stands != c.stands {
				t.Errorf("it stands %q, not %q", stands, c.stands)
			}
			w.run("check")
		})
	}
}
