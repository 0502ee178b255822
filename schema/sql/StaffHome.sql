-- StaffHome, asked as teacher: answered by statement
-- Not by statement for staff; auditsDistrict (as privacy-officer); staff + auditsSchool; signed in (as lecturer) (refused)

-- the whole query, for teacher + staff (as teacher)
-- _r0: Viewer.staff
-- _l0: Staff.currentAssignments
-- _r1: StaffAssignment.school
-- _r2: StaffAssignment.grade
-- _r3: StaffAssignment.schoolClass
-- _l1: Staff.classes
-- _r4: SchoolClass.studentCount
-- _r5: SchoolClass.school
-- _l2: Staff.timetable
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                      from school _r1
                      where _r1.id = _l0."school_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                      from grade _r2
                      where _r2.id = _l0."grade_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r3."id"::text || '",' || _r3."number"::text || ',' || right(json_build_array(_r3."name")::text, -1)
                      from school_class _r3
                      where
                        (
                          _r3.id = _l0."school_class_id"
                          and _r3.school_id = any ($2::uuid[])
                        )
                    ),
                    'null'
                  ) || ',' || ('"' || _l0."id"::text || '","' || _l0."role"::text || '",' || right(json_build_array(_l0."subject")::text, -1)),
                  ','
                ) || ']'
              from
                (
                  select _l0.*
                  from staff_assignment _l0
                  where
                    (
                      _l0."staff_id" = _r0.id
                      and (
                        _l0.staff_id = $3::uuid
                        or _l0.school_id = any ($2::uuid[])
                      )
                      and _l0.ended_at is null
                      and _l0.valid_from <= $4::date
                      and (
                        _l0.valid_to is null
                        or _l0.valid_to >= $4::date
                      )
                      and true
                    )
                  order by
                    _l0."valid_from" desc,
                    _l0."id" desc
                  limit $5::int
                ) _l0
            ),
            'null'
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select
                        (
                          case
                            when (_l1.id = any ($6::uuid[])) is not true then null
                            else count(*)::int
                          end
                        )::text
                      from class_membership _r4
                      where
                        (
                          _r4."school_class_id" = _l1.id
                          and (
                            _r4.school_class_id = any ($6::uuid[])
                            or exists (
                              select 1
                              from class_membership m
                              where
                                m.student_id = _r4.student_id
                                and m.school_class_id = any ($6::uuid[])
                                and m.status = 'ACTIVE'
                            )
                          )
                          and _r4.status = 'ACTIVE'
                        )
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r5."id"::text || '",' || right(json_build_array(_r5."name")::text, -1)
                      from school _r5
                      where _r5.id = _l1."school_id"
                    ),
                    'null'
                  ) || ',' || ('"' || _l1."id"::text || '",' || _l1."number"::text || ',' || right(json_build_array(_l1."name")::text, -1)),
                  ','
                ) || ']'
              from
                (
                  select _l1.*
                  from school_class _l1
                  where
                    (
                      _l1.id in (
                        select a.school_class_id
                        from staff_assignment a
                        where
                          a.staff_id = _r0.id
                          and a.ended_at is null
                          and a.valid_from <= $4::date
                          and (
                            a.valid_to is null
                            or a.valid_to >= $4::date
                          )
                      )
                      and _l1.school_id = any ($2::uuid[])
                      and true
                    )
                  order by
                    _l1."school_year_id" desc,
                    _l1."grade_id" asc,
                    _l1."number" asc,
                    _l1."id" asc
                  limit $7::int
                ) _l1
            ),
            'null'
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l2."id"::text || '","' || _l2."kind"::text || '","' || _l2."starts_at"::text || '","' || _l2."ends_at"::text || '",' || right(json_build_array(_l2."title")::text, -1),
                  ','
                ) || ']'
              from
                (
                  select _l2.*
                  from engagement _l2
                  where
                    (
                      _l2.person_id = _r0.person_id
                      and (
                        (
                          _l2.person_id = $8::uuid
                          and (
                            _l2.rests_on is null
                            or _l2.rests_on && $9::text[]
                          )
                        )
                        or _l2.room_id in (
                          select rm.id
                          from room rm
                          where rm.school_id = any ($2::uuid[])
                        )
                      )
                      and _l2.status = 'ACTIVE'
                      and _l2."starts_at" >= $10
                    )
                  order by
                    _l2."starts_at" asc,
                    _l2."id" asc
                  limit $11::int
                ) _l2
            ),
            case
              when (_r0.id = $3::uuid) is not true then 'false'
              else 'null'
            end
          ) || ',' || (
            '"' || _r0."id"::text || '",' || right(
              json_build_array(
                (
                  select
                    case
                      when (
                        _r0.id = $3::uuid
                        or exists (
                          select 1
                          from staff_assignment asg
                          where
                            asg.staff_id = _r0.id
                            and asg.ended_at is null
                            and (
                              asg.valid_to is null
                              or asg.valid_to >= greatest(asg.valid_from, $4::date)
                            )
                            and asg.school_id = any ($2::uuid[])
                        )
                      ) then json_build_array(p.name, p.phone)
                      else json_build_array(
                        coalesce(
                          (
                            select asg.held_as
                            from staff_assignment asg
                            where
                              asg.staff_id = _r0.id
                              and asg.school_id = any ($2::uuid[])
                            order by
                              asg.valid_to desc nulls first,
                              asg.id desc
                            limit 1
                          ),
                          p.name
                        ),
                        null
                      )
                    end
                  from person p
                  where p.id = _r0.person_id
                ),
                _r0."staff_number"
              )::text,
              -1
            )
          )
        from staff _r0
        where
          (
            _r0.id = $12::uuid
            and (
              _r0.id = $3::uuid
              or exists (
                select 1
                from staff_assignment a
                where
                  a.staff_id = _r0.id
                  and a.school_id = any ($2::uuid[])
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _r0: Viewer.staff
-- _l0: Staff.currentAssignments
-- _r1: StaffAssignment.school
-- _r2: StaffAssignment.grade
-- _r3: StaffAssignment.schoolClass
-- _l1: Staff.classes
-- _r4: SchoolClass.studentCount
-- _r5: SchoolClass.school
-- _l2: Staff.timetable
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                      from school _r1
                      where _r1.id = _l0."school_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                      from grade _r2
                      where _r2.id = _l0."grade_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r3."id"::text || '",' || _r3."number"::text || ',' || right(json_build_array(_r3."name")::text, -1)
                      from school_class _r3
                      where
                        (
                          _r3.id = _l0."school_class_id"
                          and _r3.school_id = any ($2::uuid[])
                        )
                    ),
                    'null'
                  ) || ',' || ('"' || _l0."id"::text || '","' || _l0."role"::text || '",' || right(json_build_array(_l0."subject")::text, -1)),
                  ','
                ) || ']'
              from
                (
                  select _l0.*
                  from staff_assignment _l0
                  where
                    (
                      _l0."staff_id" = _r0.id
                      and (
                        _l0.staff_id = $3::uuid
                        or _l0.school_id = any ($2::uuid[])
                      )
                      and _l0.ended_at is null
                      and _l0.valid_from <= $4::date
                      and (
                        _l0.valid_to is null
                        or _l0.valid_to >= $4::date
                      )
                      and true
                    )
                  order by
                    _l0."valid_from" desc,
                    _l0."id" desc
                  limit $5::int
                ) _l0
            ),
            'null'
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select
                        (
                          case
                            when (_l1.school_id = any ($6::uuid[])) is not true then null
                            else count(*)::int
                          end
                        )::text
                      from class_membership _r4
                      where
                        (
                          _r4."school_class_id" = _l1.id
                          and (
                            _r4.student_id in (
                              select s.id
                              from student s
                              where s.school_id = any ($6::uuid[])
                            )
                            or _l1.school_id = any ($6::uuid[])
                          )
                          and _r4.status = 'ACTIVE'
                        )
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r5."id"::text || '",' || right(json_build_array(_r5."name")::text, -1)
                      from school _r5
                      where _r5.id = _l1."school_id"
                    ),
                    'null'
                  ) || ',' || ('"' || _l1."id"::text || '",' || _l1."number"::text || ',' || right(json_build_array(_l1."name")::text, -1)),
                  ','
                ) || ']'
              from
                (
                  select _l1.*
                  from school_class _l1
                  where
                    (
                      _l1.id in (
                        select a.school_class_id
                        from staff_assignment a
                        where
                          a.staff_id = _r0.id
                          and a.ended_at is null
                          and a.valid_from <= $4::date
                          and (
                            a.valid_to is null
                            or a.valid_to >= $4::date
                          )
                      )
                      and _l1.school_id = any ($2::uuid[])
                      and true
                    )
                  order by
                    _l1."school_year_id" desc,
                    _l1."grade_id" asc,
                    _l1."number" asc,
                    _l1."id" asc
                  limit $7::int
                ) _l1
            ),
            'null'
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l2."id"::text || '","' || _l2."kind"::text || '","' || _l2."starts_at"::text || '","' || _l2."ends_at"::text || '",' || right(json_build_array(_l2."title")::text, -1),
                  ','
                ) || ']'
              from
                (
                  select _l2.*
                  from engagement _l2
                  where
                    (
                      _l2.person_id = _r0.person_id
                      and (
                        (
                          _l2.person_id = $8::uuid
                          and (
                            _l2.rests_on is null
                            or _l2.rests_on && $9::text[]
                          )
                        )
                        or _l2.room_id in (
                          select rm.id
                          from room rm
                          where rm.school_id = any ($2::uuid[])
                        )
                      )
                      and _l2.status = 'ACTIVE'
                      and _l2."starts_at" >= $10
                    )
                  order by
                    _l2."starts_at" asc,
                    _l2."id" asc
                  limit $11::int
                ) _l2
            ),
            case
              when (_r0.id = $3::uuid) is not true then 'false'
              else 'null'
            end
          ) || ',' || (
            '"' || _r0."id"::text || '",' || right(
              json_build_array(
                (
                  select
                    case
                      when (
                        _r0.id = $3::uuid
                        or exists (
                          select 1
                          from staff_assignment asg
                          where
                            asg.staff_id = _r0.id
                            and asg.ended_at is null
                            and (
                              asg.valid_to is null
                              or asg.valid_to >= greatest(asg.valid_from, $4::date)
                            )
                            and asg.school_id = any ($2::uuid[])
                        )
                      ) then json_build_array(p.name, p.phone)
                      else json_build_array(
                        coalesce(
                          (
                            select asg.held_as
                            from staff_assignment asg
                            where
                              asg.staff_id = _r0.id
                              and asg.school_id = any ($2::uuid[])
                            order by
                              asg.valid_to desc nulls first,
                              asg.id desc
                            limit 1
                          ),
                          p.name
                        ),
                        null
                      )
                    end
                  from person p
                  where p.id = _r0.person_id
                ),
                _r0."staff_number"
              )::text,
              -1
            )
          )
        from staff _r0
        where
          (
            _r0.id = $12::uuid
            and (
              _r0.id = $3::uuid
              or exists (
                select 1
                from staff_assignment a
                where
                  a.staff_id = _r0.id
                  and a.school_id = any ($2::uuid[])
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for district + auditsDistrict (as district-admin)
-- _r0: Viewer.staff
-- _l0: Staff.currentAssignments
-- _r1: StaffAssignment.school
-- _r2: StaffAssignment.grade
-- _r3: StaffAssignment.schoolClass
-- _l1: Staff.classes
-- _r4: SchoolClass.studentCount
-- _r5: SchoolClass.school
-- _l2: Staff.timetable
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                      from school _r1
                      where _r1.id = _l0."school_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                      from grade _r2
                      where _r2.id = _l0."grade_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r3."id"::text || '",' || _r3."number"::text || ',' || right(json_build_array(_r3."name")::text, -1)
                      from school_class _r3
                      where
                        (
                          _r3.id = _l0."school_class_id"
                          and _r3.school_id in (
                            select s.id
                            from school s
                            where s.district_id = any ($2::uuid[])
                          )
                        )
                    ),
                    'null'
                  ) || ',' || ('"' || _l0."id"::text || '","' || _l0."role"::text || '",' || right(json_build_array(_l0."subject")::text, -1)),
                  ','
                ) || ']'
              from
                (
                  select _l0.*
                  from staff_assignment _l0
                  where
                    (
                      _l0."staff_id" = _r0.id
                      and (
                        _l0.staff_id = $3::uuid
                        or _l0.district_id = any ($2::uuid[])
                      )
                      and _l0.ended_at is null
                      and _l0.valid_from <= $4::date
                      and (
                        _l0.valid_to is null
                        or _l0.valid_to >= $4::date
                      )
                      and true
                    )
                  order by
                    _l0."valid_from" desc,
                    _l0."id" desc
                  limit $5::int
                ) _l0
            ),
            'null'
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select
                        (
                          case
                            when (
                              (
                                _l1.school_id in (
                                  select s.id
                                  from school s
                                  where s.district_id = any ($2::uuid[])
                                )
                                or _l1.school_id in (
                                  select s.id
                                  from school s
                                  where s.district_id = any ($2::uuid[])
                                )
                              )
                            ) is not true then null
                            else count(*)::int
                          end
                        )::text
                      from class_membership _r4
                      where
                        (
                          _r4."school_class_id" = _l1.id
                          and _l1.school_id in (
                            select s.id
                            from school s
                            where s.district_id = any ($2::uuid[])
                          )
                          and _r4.status = 'ACTIVE'
                        )
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r5."id"::text || '",' || right(json_build_array(_r5."name")::text, -1)
                      from school _r5
                      where _r5.id = _l1."school_id"
                    ),
                    'null'
                  ) || ',' || ('"' || _l1."id"::text || '",' || _l1."number"::text || ',' || right(json_build_array(_l1."name")::text, -1)),
                  ','
                ) || ']'
              from
                (
                  select _l1.*
                  from school_class _l1
                  where
                    (
                      _l1.id in (
                        select a.school_class_id
                        from staff_assignment a
                        where
                          a.staff_id = _r0.id
                          and a.ended_at is null
                          and a.valid_from <= $4::date
                          and (
                            a.valid_to is null
                            or a.valid_to >= $4::date
                          )
                      )
                      and _l1.school_id in (
                        select s.id
                        from school s
                        where s.district_id = any ($2::uuid[])
                      )
                      and true
                    )
                  order by
                    _l1."school_year_id" desc,
                    _l1."grade_id" asc,
                    _l1."number" asc,
                    _l1."id" asc
                  limit $6::int
                ) _l1
            ),
            'null'
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l2."id"::text || '","' || _l2."kind"::text || '","' || _l2."starts_at"::text || '","' || _l2."ends_at"::text || '",' || right(json_build_array(_l2."title")::text, -1),
                  ','
                ) || ']'
              from
                (
                  select _l2.*
                  from engagement _l2
                  where
                    (
                      _l2.person_id = _r0.person_id
                      and (
                        (
                          _l2.person_id = $7::uuid
                          and (
                            _l2.rests_on is null
                            or _l2.rests_on && $8::text[]
                          )
                        )
                        or _l2.room_id in (
                          select rm.id
                          from room rm
                          where
                            rm.school_id in (
                              select s.id
                              from school s
                              where s.district_id = any ($2::uuid[])
                            )
                        )
                      )
                      and _l2.status = 'ACTIVE'
                      and _l2."starts_at" >= $9
                    )
                  order by
                    _l2."starts_at" asc,
                    _l2."id" asc
                  limit $10::int
                ) _l2
            ),
            case
              when (_r0.id = $3::uuid) is not true then 'false'
              else 'null'
            end
          ) || ',' || (
            '"' || _r0."id"::text || '",' || right(
              json_build_array(
                (
                  select
                    case
                      when (
                        _r0.id = $3::uuid
                        or exists (
                          select 1
                          from staff_assignment asg
                          where
                            asg.staff_id = _r0.id
                            and asg.ended_at is null
                            and (
                              asg.valid_to is null
                              or asg.valid_to >= greatest(asg.valid_from, $4::date)
                            )
                            and asg.district_id = any ($2::uuid[])
                        )
                      ) then json_build_array(p.name, p.phone)
                      else json_build_array(
                        coalesce(
                          (
                            select asg.held_as
                            from staff_assignment asg
                            where
                              asg.staff_id = _r0.id
                              and asg.district_id = any ($2::uuid[])
                            order by
                              asg.valid_to desc nulls first,
                              asg.id desc
                            limit 1
                          ),
                          p.name
                        ),
                        null
                      )
                    end
                  from person p
                  where p.id = _r0.person_id
                ),
                _r0."staff_number"
              )::text,
              -1
            )
          )
        from staff _r0
        where
          (
            _r0.id = $11::uuid
            and (
              _r0.id = $3::uuid
              or exists (
                select 1
                from staff_assignment a
                where
                  a.staff_id = _r0.id
                  and a.district_id = any ($2::uuid[])
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Viewer.staff
-- _l0: Staff.currentAssignments
-- _r1: StaffAssignment.school
-- _r2: StaffAssignment.grade
-- _r3: StaffAssignment.schoolClass
-- _l1: Staff.classes
-- _r4: SchoolClass.studentCount
-- _r5: SchoolClass.school
-- _l2: Staff.timetable
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                      from school _r1
                      where _r1.id = _l0."school_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                      from grade _r2
                      where _r2.id = _l0."grade_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r3."id"::text || '",' || _r3."number"::text || ',' || right(json_build_array(_r3."name")::text, -1)
                      from school_class _r3
                      where
                        (
                          _r3.id = _l0."school_class_id"
                          and (
                            _r3.school_id = any ($2::uuid[])
                            or _r3.id = any ($3::uuid[])
                            or _r3.school_id = any ($4::uuid[])
                          )
                        )
                    ),
                    'null'
                  ) || ',' || ('"' || _l0."id"::text || '","' || _l0."role"::text || '",' || right(json_build_array(_l0."subject")::text, -1)),
                  ','
                ) || ']'
              from
                (
                  select _l0.*
                  from staff_assignment _l0
                  where
                    (
                      _l0."staff_id" = _r0.id
                      and (
                        _l0.staff_id = $5::uuid
                        or _l0.school_class_id = any ($3::uuid[])
                        or _l0.school_id = any ($4::uuid[])
                      )
                      and _l0.ended_at is null
                      and _l0.valid_from <= $6::date
                      and (
                        _l0.valid_to is null
                        or _l0.valid_to >= $6::date
                      )
                      and true
                    )
                  order by
                    _l0."valid_from" desc,
                    _l0."id" desc
                  limit $7::int
                ) _l0
            ),
            'null'
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select
                        (
                          case
                            when (_l1.id = any ($8::uuid[])) is not true then null
                            else count(*)::int
                          end
                        )::text
                      from class_membership _r4
                      where
                        (
                          _r4."school_class_id" = _l1.id
                          and (
                            _r4.school_class_id = any ($8::uuid[])
                            or (
                              _r4.student_id = any ($9::uuid[])
                              or exists (
                                select 1
                                from class_membership m
                                where
                                  m.student_id = _r4.student_id
                                  and m.school_class_id = any ($8::uuid[])
                                  and m.status = 'ACTIVE'
                              )
                            )
                          )
                          and _r4.status = 'ACTIVE'
                        )
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r5."id"::text || '",' || right(json_build_array(_r5."name")::text, -1)
                      from school _r5
                      where _r5.id = _l1."school_id"
                    ),
                    'null'
                  ) || ',' || ('"' || _l1."id"::text || '",' || _l1."number"::text || ',' || right(json_build_array(_l1."name")::text, -1)),
                  ','
                ) || ']'
              from
                (
                  select _l1.*
                  from school_class _l1
                  where
                    (
                      _l1.id in (
                        select a.school_class_id
                        from staff_assignment a
                        where
                          a.staff_id = _r0.id
                          and a.ended_at is null
                          and a.valid_from <= $6::date
                          and (
                            a.valid_to is null
                            or a.valid_to >= $6::date
                          )
                      )
                      and (
                        _l1.school_id = any ($2::uuid[])
                        or _l1.id = any ($3::uuid[])
                        or _l1.school_id = any ($4::uuid[])
                      )
                      and true
                    )
                  order by
                    _l1."school_year_id" desc,
                    _l1."grade_id" asc,
                    _l1."number" asc,
                    _l1."id" asc
                  limit $10::int
                ) _l1
            ),
            'null'
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l2."id"::text || '","' || _l2."kind"::text || '","' || _l2."starts_at"::text || '","' || _l2."ends_at"::text || '",' || right(json_build_array(_l2."title")::text, -1),
                  ','
                ) || ']'
              from
                (
                  select _l2.*
                  from engagement _l2
                  where
                    (
                      _l2.person_id = _r0.person_id
                      and (
                        (
                          _l2.person_id = $11::uuid
                          and (
                            _l2.rests_on is null
                            or _l2.rests_on && $12::text[]
                          )
                        )
                        or _l2.room_id in (
                          select rm.id
                          from room rm
                          where rm.school_id = any ($4::uuid[])
                        )
                      )
                      and _l2.status = 'ACTIVE'
                      and _l2."starts_at" >= $13
                    )
                  order by
                    _l2."starts_at" asc,
                    _l2."id" asc
                  limit $14::int
                ) _l2
            ),
            case
              when (_r0.id = $5::uuid) is not true then 'false'
              else 'null'
            end
          ) || ',' || (
            '"' || _r0."id"::text || '",' || right(
              json_build_array(
                (
                  select
                    case
                      when (
                        _r0.id = $5::uuid
                        or exists (
                          select 1
                          from staff_assignment asg
                          where
                            asg.staff_id = _r0.id
                            and asg.ended_at is null
                            and (
                              asg.valid_to is null
                              or asg.valid_to >= greatest(asg.valid_from, $6::date)
                            )
                            and (
                              asg.school_class_id = any ($3::uuid[])
                              or asg.school_id = any ($4::uuid[])
                            )
                        )
                      ) then json_build_array(p.name, p.phone)
                      else json_build_array(
                        coalesce(
                          (
                            select asg.held_as
                            from staff_assignment asg
                            where
                              asg.staff_id = _r0.id
                              and (
                                asg.school_class_id = any ($3::uuid[])
                                or asg.school_id = any ($4::uuid[])
                              )
                            order by
                              asg.valid_to desc nulls first,
                              asg.id desc
                            limit 1
                          ),
                          p.name
                        ),
                        null
                      )
                    end
                  from person p
                  where p.id = _r0.person_id
                ),
                _r0."staff_number"
              )::text,
              -1
            )
          )
        from staff _r0
        where
          (
            _r0.id = $15::uuid
            and (
              _r0.id = $5::uuid
              or exists (
                select 1
                from staff_assignment a
                where
                  a.staff_id = _r0.id
                  and a.school_class_id = any ($3::uuid[])
              )
              or exists (
                select 1
                from staff_assignment a
                where
                  a.staff_id = _r0.id
                  and a.school_id = any ($4::uuid[])
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
