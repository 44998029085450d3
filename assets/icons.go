package assets

import (
	"embed"
	"io/fs"
	"strings"
)

//go:generate go run mentorbook/cmd/internal/iconpen icons

// The folder holds the icons' outlines, made from icons/strokes.txt, and the program's own icon.
//
//go:embed icons/*.svg icons/app/mentorbook.png
var icons embed.FS

// Icon returns the SVG picture of an icon for a button or a list: 24 x 24 units, one black shape that a
// theme recolours by its fill. ok is false where no icon has that name; IconNames lists them.
func Icon(name string) (svg []byte, ok bool) {
	svg, err := icons.ReadFile("icons/" + name + ".svg")
	return svg, err == nil
}

// IconNames returns the names of all icons, sorted.
func IconNames() []string {
	files, err := fs.Glob(icons, "icons/*.svg")
	if err != nil {
		return nil // only a malformed pattern fails
	}
	for i, file := range files {
		files[i] = strings.TrimSuffix(strings.TrimPrefix(file, "icons/"), ".svg")
	}
	return files
}

// AppIcon returns the program's own icon, a PNG of 512 x 512 pixels.
func AppIcon() []byte {
	png, err := icons.ReadFile("icons/app/mentorbook.png")
	if err != nil {
		panic("the program's icon is part of the binary: " + err.Error())
	}
	return png
}
