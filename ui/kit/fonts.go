package kit

import (
	"sync"

	"mentorbook/assets"
)

// BundledFonts gives the fonts that travel with the program: the ones that pages are printed in, so that a
// screen and a page look alike. Italics are the toolkit's, which has the same family. A font is read when the first
// letter is drawn with it.
func BundledFonts() Fonts {
	return Fonts{
		Regular: newFontFile("NotoSans-Regular.ttf", assets.NotoSansRegular),
		Bold:    newFontFile("NotoSans-Bold.ttf", assets.NotoSansBold),
		Signs:   newFontFile("NotoSansMath-Regular.ttf", assets.NotoSansMath),
	}
}

// fontFile is a fyne.Resource that is read when it is first asked for its bytes.
type fontFile struct {
	name string
	read func() []byte
}

func newFontFile(name string, read func() []byte) *fontFile {
	return &fontFile{name: name, read: sync.OnceValue(read)}
}

// Name implements fyne.Resource.
func (f *fontFile) Name() string { return f.name }

// Content implements fyne.Resource.
func (f *fontFile) Content() []byte { return f.read() }
