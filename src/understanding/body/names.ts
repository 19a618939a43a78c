/** A person's name as people sign with it, as a pattern that minds capitals: 'Jane', 'Jane Doe', 'J. Doe', 'O\'Neill'. */
export const NAME = String.raw`\p{Lu}(?:\p{Ll}[\p{Ll}'’]*(?:-?\p{Lu}\p{Ll}+)?|\.)(?:[ \t]+\p{Lu}(?:\p{Ll}[\p{L}'’-]*|\.)){0,2}(?![\p{L}\p{N}])`;
