//go:build darwin || (!gles && !arm && !arm64)

package main

import (
	"fmt"

	"github.com/go-gl/gl/v2.1/gl"
	"github.com/go-gl/glfw/v3.4/glfw"
)

const oldestMajor = 2

func hintVersion() {
	glfw.WindowHint(glfw.ContextVersionMajor, oldestMajor)
	glfw.WindowHint(glfw.ContextVersionMinor, 1)
}

// renderer names what draws the current window, once it has all that is needed.
func renderer() (string, error) {
	if err := gl.Init(); err != nil {
		return "", fmt.Errorf("find OpenGL 2.1: %w", err)
	}
	return gl.GoStr(gl.GetString(gl.RENDERER)) + ", OpenGL " + gl.GoStr(gl.GetString(gl.VERSION)), nil
}
