package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/storage"
)

// What a check finds against the rules is told in the user's language, with the record and the field, after it has come
// from the process that looked.
func TestACheckSaysWhichRuleIsBroken(t *testing.T) {
	raw, err := json.Marshal(storage.Report{Findings: []storage.Finding{{
		Where: "action/01a1", Reason: "x", Refused: core.FailField(core.CodeNotParty, "owner", "person", "01a2"),
	}}})
	if err != nil {
		t.Fatal(err)
	}
	var report storage.Report
	if err := json.Unmarshal(raw, &report); err != nil {
		t.Fatal(err)
	}
	for lang, want := range map[core.Language]string{
		core.English: "(action/01a1: Owner: not in this relationship", core.Russian: "(action/01a1: Ответственный: нет среди участников",
	} {
		w, err := locale.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.Error(core.Fail(core.CodeDamaged, "path", "w", "reason", reasonOf(report.Findings[0]), "backup", "b")); !strings.Contains(got, want) {
			t.Errorf("%s", got)
		}
	}
}

// TestTheCheckDies: a file on which the process that looks dies is told of in a line of words, and the next command
// works.
func TestTheCheckDies(t *testing.T) {
	file := filepath.Join(t.TempDir(), "w")
	if code, _, e := ctl(t, "-w", file, "--now", "2026-11-23T12:20:00Z", "demo"); code != exitDone {
		t.Fatal(e)
	}
	t.Setenv("CHECK_DIES_ON", file)
	for lang, part := range says("checking it fails", "его проверка обрывается") {
		code, out, line := ctl(t, "-w", file, "--lang", lang, "check")
		if code != exitRefused || out != "" || !strings.Contains(line, part) {
			t.Errorf("exit %d, stdout %q, stderr %q", code, out, line)
		}
		oneLine(t, line, false)
	}
	if code, out, line := ctl(t, "-w", file, "--now", "2026-11-23T12:20:00Z", "list", "people"); code != exitDone || out == "" || line != "" {
		t.Errorf("list afterwards: exit %d, %q", code, line)
	}
	t.Setenv("CHECK_DIES_ON", "")
	if code, _, line := ctl(t, "-w", file, "check"); code != exitDone {
		t.Errorf("check afterwards: exit %d, %q", code, line)
	}
}
