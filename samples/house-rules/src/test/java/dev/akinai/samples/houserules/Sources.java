package dev.akinai.samples.houserules;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.akinai.samples.houserules.Tree.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Java files as the compiler's parser sees them; nothing is compiled. */
final class Sources {

  /** What can be declared. */
  enum Sort {
    TYPE,
    METHOD,
    FIELD
  }

  /**
   * One declaration.
   *
   * @param path the file
   * @param line counted from 1
   * @param sort what is declared
   * @param name as written; a constructor has that of its type
   * @param visible whether it and all around it are public, or protected in a class that is
   * @param inherits whether it is marked {@code @Override}
   * @param annotations their full names where an import tells it, else as written
   * @param doc the comment, empty if there is none
   * @param lines how many lines it takes, without its comment
   */
  record Declared(
      String path,
      long line,
      Sort sort,
      String name,
      boolean visible,
      boolean inherits,
      Set<String> annotations,
      String doc,
      long lines) {

    /** The comment up to its first full stop, on one line. */
    String firstSentence() {
      String body = doc.strip().replaceAll("\\s+", " ");
      int tags = body.startsWith("@") ? 0 : body.indexOf(" @");
      String text = tags < 0 ? body : body.substring(0, tags);
      int end = text.indexOf(". ");
      return end < 0 ? text.strip() : text.substring(0, end + 1);
    }

    String says(String what) {
      return "%s:%d %s %s".formatted(path, line, name, what);
    }
  }

  private Sources() {}

  /** Everything that one file declares; files of the tree are parsed together, once. */
  static List<Declared> in(File file) {
    return Tree.find(file.path()).filter(file::equals).isPresent()
        ? Parsed.BY_PATH.getOrDefault(file.path(), List.of())
        : declared(List.of(file));
  }

  /** Parsed when first asked for. */
  private static final class Parsed {
    private static final Map<String, List<Declared>> BY_PATH =
        declared(Tree.files().stream().filter(file -> file.endsWith(".java")).toList()).stream()
            .collect(Collectors.groupingBy(Declared::path));
  }

  /** Everything that the files declare. */
  static List<Declared> declared(List<File> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var task = (JavacTask) compiler.getTask(
        null,
        null,
        null,
        List.of("-proc:none"),
        null,
        files.stream().map(Sources::source).toList());
    var found = new ArrayList<Declared>();
    try {
      for (CompilationUnitTree unit : task.parse()) {
        new Scanner(unit, DocTrees.instance(task), found).scan(unit, true);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return found;
  }

  private static JavaFileObject source(File file) {
    return new SimpleJavaFileObject(
        URI.create("file:///" + file.path()), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return file.text();
      }

      @Override
      public boolean isNameCompatible(String simpleName, Kind kind) {
        return true;
      }
    };
  }

  /** Walks one file; the parameter says whether all around is visible. */
  private static final class Scanner extends TreePathScanner<@Nullable Void, Boolean> {
    private final CompilationUnitTree unit;
    private final DocTrees trees;
    private final List<Declared> found;

    private Scanner(CompilationUnitTree unit, DocTrees trees, List<Declared> found) {
      this.unit = unit;
      this.trees = trees;
      this.found = found;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, Boolean around) {
      if (type.getSimpleName().isEmpty()) {
        return super.visitClass(type, false);
      }
      boolean visible = around && isVisible(type.getModifiers().getFlags());
      add(
          Sort.TYPE,
          type.getSimpleName().toString(),
          visible,
          type.getModifiers().getAnnotations());
      return super.visitClass(type, visible);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, Boolean around) {
      boolean visible = around && isVisible(method.getModifiers().getFlags());
      String name = method.getName().contentEquals("<init>")
          ? enclosing().getSimpleName().toString()
          : method.getName().toString();
      if (trees.getSourcePositions().getEndPosition(unit, method) > 0 && !isImplied(method)) {
        add(Sort.METHOD, name, visible, method.getModifiers().getAnnotations());
      }
      return super.visitMethod(method, false);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, Boolean around) {
      TreePath parent = getCurrentPath().getParentPath();
      if (parent.getLeaf() instanceof ClassTree type && type.getKind() != Kind.RECORD) {
        boolean visible = around && isVisible(variable.getModifiers().getFlags());
        add(
            Sort.FIELD,
            variable.getName().toString(),
            visible,
            variable.getModifiers().getAnnotations());
      }
      return super.visitVariable(variable, false);
    }

    private boolean isVisible(Set<Modifier> flags) {
      TreePath parent = getCurrentPath().getParentPath();
      boolean inInterface = parent.getLeaf() instanceof ClassTree type
          && (type.getKind() == Kind.INTERFACE || type.getKind() == Kind.ANNOTATION_TYPE)
          && !flags.contains(Modifier.PRIVATE);
      return inInterface || flags.contains(Modifier.PUBLIC) || flags.contains(Modifier.PROTECTED);
    }

    private ClassTree enclosing() {
      return (ClassTree) getCurrentPath().getParentPath().getLeaf();
    }

    /** A record's constructor without a line of its own. */
    private boolean isImplied(MethodTree method) {
      SourcePositions positions = trees.getSourcePositions();
      return positions.getStartPosition(unit, method)
          == positions.getStartPosition(unit, enclosing());
    }

    private void add(
        Sort sort, String name, boolean visible, List<? extends AnnotationTree> annotations) {
      SourcePositions positions = trees.getSourcePositions();
      long start = positions.getStartPosition(unit, getCurrentPath().getLeaf());
      long end = positions.getEndPosition(unit, getCurrentPath().getLeaf());
      String doc = trees.getDocComment(getCurrentPath());
      Set<String> names =
          annotations.stream().map(this::fullName).collect(Collectors.toUnmodifiableSet());
      long line = unit.getLineMap().getLineNumber(start);
      found.add(new Declared(
          path(),
          line,
          sort,
          name,
          visible,
          names.contains("Override"),
          names,
          doc == null ? "" : doc,
          unit.getLineMap().getLineNumber(end) - line + 1));
    }

    private String path() {
      return unit.getSourceFile().toUri().getPath().substring(1);
    }

    private String fullName(AnnotationTree annotation) {
      String name = annotation.getAnnotationType().toString();
      return unit.getImports().stream()
          .map(ImportTree::getQualifiedIdentifier)
          .map(Object::toString)
          .filter(imported -> imported.endsWith("." + name))
          .findFirst()
          .orElse(name);
    }
  }
}
