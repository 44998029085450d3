package forms

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/kit"
)

// What is wrong with a field that is out of sight brings it into sight, and what stands in one keeps it there.
func TestAFoldOpensForWhatIsWrongInIt(t *testing.T) {
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	f := NewForm(w)
	name := Put(f, kit.NewTextField("Name", "", nil), "name")
	birthday := Put(f, kit.NewTextField("Birthday", "", nil), "birthday")
	made := func() *Fold {
		f.folds = nil
		f.Fold("More…", []Field{birthday}, func() bool { return birthday.Text() != "" }, birthday)
		return f.folds[0]
	}
	o := made()
	f.unfoldFilled()
	if f.Show(core.FailField(core.CodeRequired, "name")); o.rest.Visible() {
		t.Errorf("it opens for what is wrong with %T beside it", name)
	}
	if f.Show(core.FailField(core.CodeBadDate, "birthday")); !o.rest.Visible() || kit.Contains(o.box, o.button) {
		t.Error("what is wrong is out of sight")
	}
	birthday.SetText("1990")
	o = made()
	if f.unfoldFilled(); !o.rest.Visible() {
		t.Error("what was typed is out of sight")
	}
}
