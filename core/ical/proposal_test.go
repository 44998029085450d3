package ical

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/ical/icaltest"
)

// Times that are proposed are events that nobody is asked about and that take nobody's time, as libical, Python's
// icalendar and khal read them.
func TestProposedTimes(t *testing.T) {
	f := &core.Feed{Stamp: at("2026-11-20T09:30:00Z"), Organizer: plain().Organizer}
	starts := []string{"2026-12-01T10:00:00Z", "2026-12-02T15:15:00Z", "2027-03-28T00:45:00Z"} // the last one as Berlin's clocks go forward
	for i, s := range starts {
		f.Events = append(f.Events, &core.Invitation{
			Organizer: f.Organizer, UID: "free-" + string(rune('a'+i)) + "@mentorbook.app", Title: "Предложение: О’Коннор, «Майя»; 🙂", Start: at(s), End: at(s).Add(45 * 60e9), Tentative: true,
		})
	}
	data, err := Feed(f)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(string(data), "\r\n ", "")
	for want, n := range map[string]int{
		"METHOD:PUBLISH\r\n": 1, "STATUS:TENTATIVE\r\n": 3, "TRANSP:TRANSPARENT\r\n": 3, "\r\nATTENDEE": 0, "\r\nORGANIZER": 3, "BEGIN:VALARM": 0, "NAME": 0,
	} {
		if got := strings.Count(text, want); got != n {
			t.Errorf("%q stands %d times:\n%s", want, got, text)
		}
	}
	judges := icaltest.Start(t)
	file := filepath.Join(t.TempDir(), "free.ics")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := judges.Restrict(file); err != nil {
		t.Error(err)
	}
	read, err := judges.Read(file)
	if err != nil || len(read) != 1 || len(read[0].Events) != len(starts) || read[0].Events[0].Status != "TENTATIVE" {
		t.Fatalf("%v: %+v", err, read)
	}
	kept, err := judges.ImportAll("2026-11-01", "2027-12-01", file)
	if err != nil || len(kept) != len(starts) {
		t.Errorf("khal: %v, %+v", err, kept)
	}
}
