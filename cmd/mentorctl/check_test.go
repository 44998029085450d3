package main

import (
	"encoding/json"
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
		core.English: "(action/01a1: Owner: takes no part in this relationship", core.Russian: "(action/01a1: Ответственный: нет среди участников",
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
