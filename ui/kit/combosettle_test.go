package kit

import (
	"slices"
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

// Enter takes the first proposal, and so does Down with Enter: Down goes from the field to it, which shows, and the next one goes on.
// Up from the first is back in the field.
func TestDownGoesToTheFirstProposal(t *testing.T) {
	find := func(text string) []ComboItem {
		return []ComboItem{{Key: "1", Text: text + " Yusuf"}, {Key: "2", Text: text + " North"}, {Key: "3", Text: text, Caption: "new"}}
	}
	for keys, want := range map[string]struct {
		taken  string
		within bool // a ring is around it
	}{
		"": {"1", false}, "Down": {"1", true}, "Down Down": {"2", true}, "Down Down Down Down": {"3", true}, "Down Down Up": {"1", true},
		"Down Up": {"1", false}, "Down Up Down": {"1", true}, "Up": {"1", false}, "Next Next": {"3", true},
	} {
		c := NewCombo("Who", "", find, nil)
		b := newBench(t, Look{Mode: Light}, fyne.NewSize(300, 300), Stack(8, c))
		b.window.Canvas().Focus(c.Focusable())
		c.Type("Amina")
		press(c.Focusable(), names(keys)...)
		at := slices.IndexFunc(c.list.rows, func(r *listRow) bool { return r.index == c.list.Current() })
		if row := c.list.rows[at]; row.active != want.within || row.faint == want.within {
			t.Errorf("%q: ring %v, faint %v", keys, row.active, row.faint)
		}
		press(c.Focusable(), fyne.KeyReturn)
		if item, ok := c.Value(); !ok || item.Key != want.taken {
			t.Errorf("%q and Enter take %+v", keys, item)
		}
	}
	c := NewCombo("Who", "", find, nil)
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(300, 300), Stack(8, c))
	b.window.Canvas().Focus(c.Focusable())
	press(c.Focusable(), names("Down Down Return")...) // Down alone shows what there is, and is at the first
	if item, _ := c.Value(); item.Key != "2" {
		t.Errorf("taken is %+v", item)
	}
}

func names(keys string) (out []fyne.KeyName) {
	for name := range strings.FieldsSeq(keys) {
		out = append(out, fyne.KeyName(name))
	}
	return out
}

// Of a long name beside a short remark the name is cut; a long remark leaves the name three fifths of the line.
func TestAShortRemarkOfAProposalStaysWhole(t *testing.T) {
	const long = "Константин Константинопольский из Новосибирска"
	for caption, whole := range map[string]bool{"new person": true, "a remark that is far longer than there is room for beside anything": false} {
		c := NewCombo("Who", "", func(string) []ComboItem { return []ComboItem{{Key: "1", Text: long, Caption: caption}} }, nil)
		b := newBench(t, Look{Mode: Light}, fyne.NewSize(300, 300), Stack(8, c))
		b.window.Canvas().Focus(c.Focusable())
		c.Type("К")
		var texts []*Text
		Walk(c.list, func(o fyne.CanvasObject) bool {
			if x, ok := o.(*Text); ok && x.Visible() && x.Text() != "" {
				texts = append(texts, x)
			}
			return true
		})
		if len(texts) != 2 || !texts[0].Cut() || texts[1].Cut() == whole || texts[0].Size().Width < 130 {
			t.Errorf("%q: %d texts: %v", caption, len(texts), texts)
		}
	}
}
