package uitest

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// WordsOf gives the words of a language, for tests of models.
func WordsOf(t testing.TB, lang core.Language) *locale.Words {
	t.Helper()
	w, err := locale.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// ID gives an id that is easy to tell from others, for records that a test makes by hand.
func ID(n byte) core.ID { return core.ID{0: 1, 15: n} }
