package planner

import "testing"

// A meeting's UID tells which program made it, where it does; this one's own is none of these.
func TestProgramOf(t *testing.T) {
	for uid, want := range map[string]Program{
		"": "",
		"01a21ee2-114e-752d-8326-0c800a05eca9" + uidDomain: "",
		"7kukuqrfedlm2f9tu0v2h2n1q8@google.com":            ProgramGoogle,
		"7kukuqrfedlm2f9tu0v2h2n1q8@GOOGLE.com":            ProgramGoogle,
		"040000008200E00074C5B7101A82E00800000000F0B1":     ProgramOutlook,
		"0400@example.org":                                 ProgramOther,
		"2C1B@me.example":                                  ProgramOther,
	} {
		if got := ProgramOf(uid); got != want {
			t.Errorf("%q: %q, not %q", uid, got, want)
		}
	}
}
