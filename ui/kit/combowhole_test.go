package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

// A name that was taken stands whole below a field that is too narrow for it, and only there; one that is being typed does not.
func TestALongNameStandsWholeBelowItsField(t *testing.T) {
	const long = "Maximiliane-Konstanze von und zu Hohenstein-Wettersdorf"
	for _, c := range []struct {
		item  ComboItem
		width float32
		want  string
	}{
		{ComboItem{Key: "1", Text: long}, 200, long},
		{ComboItem{Key: "1", Text: long}, 900, ""},
		{ComboItem{Key: "2", Text: "Mei"}, 200, ""},
		{ComboItem{Text: long}, 200, ""},
	} {
		combo := NewCombo("", "", func(string) []ComboItem { return nil }, nil)
		bare := combo.HeightFor(c.width)
		combo.SetValue(c.item)
		height := combo.HeightFor(c.width)
		combo.Resize(fyne.NewSize(c.width, height))
		told := ""
		if combo.told.Visible() {
			told = combo.told.Text()
		}
		if told != c.want || (height > bare) != (c.want != "") {
			t.Errorf("%q in %v: %q is told, %v high where it was %v", c.item.Text, c.width, told, height, bare)
		}
		if c.want != "" && combo.told.Position().Y+combo.told.Size().Height > height {
			t.Error("there is no room for it")
		}
	}
}
