package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// What is typed out is meant, in whatever case and without a choice from the list; half a word is not, and of two of one
// name somebody has to choose.
func TestAComboTakesWhatIsTypedOut(t *testing.T) {
	all := []ComboItem{{Key: "1", Text: "Nairobi"}, {Key: "2", Text: "Nairobi North"}, {Key: "3", Text: "Amina Yusuf"}, {Key: "4", Text: "Amina Yusuf", Caption: "another"}}
	find := func(text string) (out []ComboItem) {
		for _, x := range all {
			if strings.HasPrefix(strings.ToLower(x.Text), strings.ToLower(text)) {
				out = append(out, x)
			}
		}
		return out
	}
	for typed, want := range map[string]string{"nairobi": "1", " Nairobi ": "1", "Nairobi North": "2", "Nai": "", "Amina Yusuf": "", "Nobody": "", "": ""} {
		told := ""
		c := NewCombo("City", "", find, func(x ComboItem) { told = x.Key })
		other := NewTextField("Other", "", nil)
		b := newBench(t, Look{Mode: Light}, fyne.NewSize(300, 300), Stack(8, c, other))
		b.window.Canvas().Focus(c.Focusable())
		c.Type(typed)
		item, ok := c.Value()
		if item.Key != want || ok != (want != "" || typed == "") {
			t.Errorf("%q: %+v %v", typed, item, ok)
		}
		b.window.Canvas().Focus(other.Focusable())
		if told != want {
			t.Errorf("%q: told %q, not %q, when the field was left", typed, told, want)
		}
	}
}
