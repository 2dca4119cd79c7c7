package dev.akinai.samples.houserules;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.akinai.base.Api;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What others may use of our jars, as sorted lines of text. */
final class Signatures {
  private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

  private Signatures() {}

  /** The public face of a jar: its documented packages, their types, and what these hold. */
  static String of(Part part) {
    Set<String> packages = ModulesTest.documented(part);
    List<Class<?>> types = part.classes().stream()
        .filter(type -> packages.contains(type.getPackageName()))
        .filter(type -> !type.getSimpleName().isEmpty() && !type.isAnonymousClass())
        .filter(type -> !type.getFullName().endsWith("package-info"))
        .filter(type -> !type.getFullName().endsWith("module-info"))
        .<Class<?>>map(JavaClass::reflect)
        .toList();
    return of(types);
  }

  /** The same for some types. */
  static String of(List<Class<?>> types) {
    return types.stream()
        .filter(Signatures::isVisible)
        .sorted((left, right) -> left.getName().compareTo(right.getName()))
        .map(type -> head(type) + "\n" + members(type))
        .collect(Collectors.joining("\n"));
  }

  private static boolean isVisible(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    return isVisible(type.getModifiers()) && (around == null || isVisible(around));
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static String head(Class<?> type) {
    var text = new StringBuilder();
    Api api = type.getAnnotation(Api.class);
    if (api != null) {
      text.append("@Api(").append(api.value()).append(") ");
    }
    text.append(deprecated(type))
        .append(words(type))
        .append(type.getName())
        .append(variables(type.getTypeParameters()));
    if (type.isRecord()) {
      text.append(Arrays.stream(type.getRecordComponents())
          .map(Signatures::component)
          .collect(Collectors.joining(", ", "(", ")")));
    }
    Type above = type.getGenericSuperclass();
    if (above != null && !Set.of(Object.class, Record.class).contains(above) && !type.isEnum()) {
      text.append(" extends ").append(name(above));
    }
    String faces = names(type.getGenericInterfaces());
    if (!faces.isEmpty() && !type.isAnnotation()) {
      text.append(type.isInterface() ? " extends " : " implements ").append(faces);
    }
    return text.toString();
  }

  private static String component(RecordComponent component) {
    return name(component.getGenericType()) + " " + component.getName();
  }

  private static String words(Class<?> type) {
    String kind = type.isAnnotation()
        ? "@interface "
        : type.isInterface()
            ? "interface "
            : type.isEnum() ? "enum " : type.isRecord() ? "record " : "class ";
    boolean plain = kind.equals("class ");
    return (Modifier.isProtected(type.getModifiers()) ? "protected " : "")
        + (type.isSealed() && !type.isEnum() ? "sealed " : "")
        + (plain && Modifier.isAbstract(type.getModifiers()) ? "abstract " : "")
        + (plain && Modifier.isFinal(type.getModifiers()) ? "final " : "")
        + kind;
  }

  private static String members(Class<?> type) {
    return Stream.of(
            fields(type),
            Arrays.stream(type.getDeclaredConstructors())
                .filter(made -> !made.isSynthetic() && isVisible(made.getModifiers()))
                .filter(made -> !type.isEnum() && !isCanonical(type, made))
                .map(made -> "  new" + parameters(made) + thrown(made)),
            Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic() && isVisible(method.getModifiers()))
                .filter(method -> !isImplied(type, method))
                .map(Signatures::method))
        .flatMap(lines -> lines)
        .sorted()
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static Stream<String> fields(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> !field.isSynthetic() && isVisible(field.getModifiers()))
        .map(field -> field.isEnumConstant()
            ? "  " + deprecated(field) + field.getName()
            : "  " + deprecated(field) + statics(field.getModifiers())
                + name(field.getGenericType()) + " " + field.getName() + constant(field));
  }

  private static String constant(Field field) {
    boolean kept = field.getType().isPrimitive() || field.getType() == String.class;
    if (!kept || !Modifier.isStatic(field.getModifiers())) {
      return "";
    }
    try {
      return " = " + field.get(null);
    } catch (IllegalAccessException hidden) {
      return "";
    }
  }

  private static String method(Method method) {
    boolean inInterface = method.getDeclaringClass().isInterface();
    boolean isAbstract = !inInterface && Modifier.isAbstract(method.getModifiers());
    String variables = variables(method.getTypeParameters());
    return "  "
        + deprecated(method)
        + (Modifier.isProtected(method.getModifiers()) ? "protected " : "")
        + statics(method.getModifiers())
        + (method.isDefault() ? "default " : "")
        + (isAbstract ? "abstract " : "")
        + (variables.isEmpty() ? "" : variables + " ")
        + name(method.getGenericReturnType())
        + " "
        + method.getName()
        + parameters(method)
        + thrown(method);
  }

  private static boolean isCanonical(Class<?> type, Constructor<?> made) {
    return type.isRecord()
        && Arrays.equals(
            made.getParameterTypes(),
            Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray());
  }

  /** What every object, record or enum has without a word. */
  private static boolean isImplied(Class<?> type, Method method) {
    String name = method.getName();
    boolean accessor = type.isRecord()
        && method.getParameterCount() == 0
        && Arrays.stream(type.getRecordComponents())
            .anyMatch(one -> one.getName().equals(name));
    boolean ofEnum = type.isEnum() && Set.of("values", "valueOf").contains(name);
    return accessor || ofEnum || OF_EVERY_OBJECT.contains(name);
  }

  private static String parameters(Executable executable) {
    var names = new ArrayList<String>();
    for (Type parameter : executable.getGenericParameterTypes()) {
      names.add(name(parameter));
    }
    if (executable.isVarArgs()) {
      int last = names.size() - 1;
      names.set(last, names.get(last).replaceAll("\\[]$", "..."));
    }
    return "(" + String.join(", ", names) + ")";
  }

  private static String thrown(Executable executable) {
    String names = names(executable.getGenericExceptionTypes());
    return names.isEmpty() ? "" : " throws " + names;
  }

  private static String variables(TypeVariable<?>[] variables) {
    return variables.length == 0
        ? ""
        : Arrays.stream(variables)
            .map(Signatures::variable)
            .collect(Collectors.joining(", ", "<", ">"));
  }

  private static String variable(TypeVariable<?> variable) {
    String bounds = names(variable.getBounds());
    return bounds.equals("Object") ? variable.getName() : variable.getName() + " extends " + bounds;
  }

  private static String statics(int modifiers) {
    return Modifier.isStatic(modifiers) ? "static " : "";
  }

  private static String deprecated(AnnotatedElement element) {
    return element.isAnnotationPresent(Deprecated.class) ? "@Deprecated " : "";
  }

  private static String names(Type[] types) {
    return Arrays.stream(types).map(Signatures::name).collect(Collectors.joining(", "));
  }

  /** Ours and the JDK's everyday names are short; a simple name of another library stays in full. */
  private static String name(Type type) {
    return type.getTypeName()
        .replaceAll(
            "\\b(?:dev\\.akinai|java\\.(?:lang|util|time))\\.(?:[a-z]+\\.)*(?:[\\w.]+\\$)?(?=[A-Z])",
            "");
  }
}
