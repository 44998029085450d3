package shell_test

import (
	"testing"

	"pgregory.net/rapid"

	"mentorbook/core"
	"mentorbook/ui/shell"
)

func TestARouteIsReadAsItIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-z]{1,12}`)
		want := shell.Route{Screen: word.Draw(t, "screen"), Tab: rapid.OneOf(rapid.Just(""), word).Draw(t, "tab")}
		copy(want.ID[:], rapid.OneOf(rapid.Just([]byte(nil)), rapid.SliceOfN(rapid.Byte(), 16, 16)).Draw(t, "id"))
		if got, err := shell.ParseRoute(want.String()); got != want || err != nil {
			t.Fatalf("%q is read as %v, %v", want, got, err)
		}
	})
}

func TestWhatIsNoRoute(t *testing.T) {
	for _, text := range []string{"meeting/12/notes", "a/b/c/d", "people/0199fbb2-7280-7fab-ac63-71a7475783ae/x/y"} {
		if r, err := shell.ParseRoute(text); core.CodeOf(err) != core.CodeBadID {
			t.Errorf("%q is read as %v, %v", text, r, err)
		}
	}
}
