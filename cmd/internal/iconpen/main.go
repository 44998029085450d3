// Command iconpen outlines the window's icons from the pen strokes they are drawn with.
//
// Fyne recolours an icon for the theme by replacing its fills and leaves strokes as they are, so an
// icon made of strokes would stay black on a dark window. The strokes are what a person can edit; the
// outlines are what the window is given.
//
//	iconpen FOLDER    reads FOLDER/strokes.txt and writes FOLDER/NAME.svg for each line
package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: iconpen FOLDER")
		os.Exit(2)
	}
	if err := outlineAll(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "iconpen:", err)
		os.Exit(1)
	}
}

// outlineAll writes the outlines of every icon in folder's strokes.txt and removes those of icons that
// are no longer drawn there.
func outlineAll(folder string) error {
	icons, err := readIcons(filepath.Join(folder, "strokes.txt"))
	if err != nil {
		return err
	}
	old, err := filepath.Glob(filepath.Join(folder, "*.svg"))
	if err != nil {
		return err
	}
	for _, path := range old {
		if _, drawn := icons[strings.TrimSuffix(filepath.Base(path), ".svg")]; !drawn {
			if err := os.Remove(path); err != nil {
				return err
			}
		}
	}
	for name, svg := range icons {
		if err := os.WriteFile(filepath.Join(folder, name+".svg"), svg, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// readIcons returns the outlined picture of each icon in a file of strokes, by name.
func readIcons(path string) (map[string][]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	icons := map[string][]byte{}
	for number, line := range strings.Split(string(data), "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, svg, err := outlineLine(line)
		if err == nil && icons[name] != nil {
			err = errors.New("drawn twice")
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %s: %w", path, number+1, name, err)
		}
		icons[name] = svg
	}
	return icons, nil
}

// outlineLine turns "name: strokes" into the icon's name and its picture.
func outlineLine(line string) (name string, svg []byte, err error) {
	name, strokes, found := strings.Cut(line, ":")
	if !found {
		return name, nil, errors.New("no colon after the name")
	}
	outline, err := outline(strokes)
	if err != nil {
		return name, nil, err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">`+
		`<path d="%s"/></svg>`+"\n", outline)
	return name, b.Bytes(), nil
}
