package kit

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"golang.org/x/image/font/sfnt"

	"mentorbook/assets"
)

// Every rune that is said to be in our faces is in them.
func TestPlainRunesAreInTheFaces(t *testing.T) {
	has := func(data []byte, want func(rune) bool) {
		f, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		var buf sfnt.Buffer
		n := 0
		for r := rune(0); r < 0x11000; r++ {
			if !want(r) {
				continue
			}
			n++
			if g, err := f.GlyphIndex(&buf, r); err != nil || g == 0 {
				t.Errorf("%q %U is not in the face: %v", r, r, err)
			}
		}
		if n < 100 {
			t.Errorf("only %d runes", n)
		}
	}
	has(assets.NotoSansRegular(), plain)
	has(assets.NotoSansBold(), plain)
	has(assets.NotoSansMath(), sign)
}

// A text is as wide in the face it names as where the toolkit finds the face, and each stretch has its font.
func TestTextsNameTheirFace(t *testing.T) {
	newBench(t, Look{Mode: Light}, fyne.NewSize(10, 10), NewText("", Body()))
	th := fyne.CurrentApp().Settings().Theme().(*Theme)
	letters, bold, signs := th.look.Fonts.Regular, th.look.Fonts.Bold, th.look.Fonts.Signs
	type part struct {
		text string
		font fyne.Resource
	}
	for text, want := range map[string][]part{
		"":                              {{"", letters}},
		"Amina Yusuf, 14:00–14:45 «да»": {{"Amina Yusuf, 14:00–14:45 «да»", letters}},
		"Chen Wei ⇄ me":                 {{"Chen Wei ", letters}, {"⇄", signs}, {" me", letters}},
		"→":                             {{"→", signs}},
		"well done 🎉 → up":              {{"well done 🎉 → up", nil}},
		"и\u0306":                       {{"и\u0306", nil}},
		"日本":                            {{"日本", nil}},
	} {
		var got []part
		for p, font := range stretches(text, fyne.TextStyle{}) {
			got = append(got, part{p, font})
		}
		if len(got) != len(want) {
			t.Fatalf("%q is cut into %v", text, got)
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("%q: stretch %d is %q in %v", text, i, got[i].text, got[i].font)
			}
		}
	}
	for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
		for _, text := range []string{"Mentorship WAVE", "Тихая гавань, №5", "“quoted” – 9 €"} {
			found, _ := fyne.CurrentApp().Driver().RenderedTextSize(text, 14, style, nil)
			if m := measure(text, 14, style); math.Abs(float64(m.width-found.Width)) > 0.01 || m.height != found.Height {
				t.Errorf("%q: %v by name, %v by theme", text, m, found)
			}
		}
	}
	if _, font := one(stretches("x", fyne.TextStyle{Bold: true})); font != bold {
		t.Error("bold text does not name the bold face")
	}
	if _, font := one(stretches("x", fyne.TextStyle{Italic: true})); font != nil {
		t.Error("we have no italics")
	}
}

func one(seq func(func(string, fyne.Resource) bool)) (text string, font fyne.Resource) {
	for text, font = range seq {
		break
	}
	return text, font
}

// A line with a sign in it is drawn as one line: its parts side by side on one baseline.
func TestALineOfTwoFaces(t *testing.T) {
	line := NewLine("Chen Wei ⇄ me", Strong())
	newBench(t, Look{Mode: Light}, fyne.NewSize(300, 40), line)
	if len(line.texts) != 3 {
		t.Fatalf("%d parts", len(line.texts))
	}
	x := float32(0)
	for _, o := range line.texts {
		if math.Abs(float64(o.Position().X-x)) > 0.01 {
			t.Errorf("%q stands at %v, the one before ends at %v", o.Text, o.Position().X, x)
		}
		x += measure(o.Text, o.TextSize, o.TextStyle).width
	}
	if w := line.NaturalWidth(); math.Abs(float64(w-ceil(x))) > 0.01 {
		t.Errorf("asks for %v, takes %v", w, x)
	}
}
