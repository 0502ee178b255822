-- ClassRoster, asked as teacher: answered by batches, not by statement (on record: Student)

-- Grade
select
  _row."id" as v0,
  _row."name" as v1,
  _row."stage" as v2
from
  "grade" _row
where
  _row.id = any ($1::uuid[]);

-- Guardian
select
  (
    select
      coalesce(json_agg(pupil.id), '[]')
    from
      (
        select
          stu.id
        from
          guardianship tie
          join student stu on stu.id = tie.student_id
        where
          tie.guardian_id = _row.id
          and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
          and (
            stu.school_id = any ($1::uuid[])
            or exists (
              select
                1
              from
                class_membership m
              where
                m.student_id = stu.id
                and m.school_class_id = any ($2::uuid[])
                and m.status = 'ACTIVE'
            )
          )
      ) pupil (id)
  ) as v0,
  _row."id" as v1,
  (
    select
      json_build_array(p.name, p.phone)
    from
      person p
    where
      p.id = _row.person_id
  ) as v2
from
  "guardian" _row
where
  (
    _row.id = any ($3::uuid[])
    and exists (
      select
        1
      from
        guardianship g
        join class_membership m on m.student_id = g.student_id
      where
        g.guardian_id = _row.id
        and g.status in ('ACTIVE', 'PENDING')
        and m.school_class_id = any ($2::uuid[])
        and m.status = 'ACTIVE'
    )
  );

-- School
select
  _row."id" as v0,
  _row."name" as v1
from
  "school" _row
where
  _row.id = any ($1::uuid[]);

-- SchoolClass
select
  _row."grade_id" as v0,
  _row."id" as v1,
  _row."name" as v2,
  _row."number" as v3,
  _row."school_id" as v4,
  _row."school_year_id" as v5
from
  "school_class" _row
where
  (
    _row.id = any ($1::uuid[])
    and _row.school_id = any ($2::uuid[])
  );

-- SchoolClass.homeroomTeacher
select
  _parent.id,
  _found.*
from
  "school_class" _parent
  cross join lateral (
    select
      _row."id" as v0,
      (
        select
          case
            when (
              _row.id = $1::uuid
              or exists (
                select
                  1
                from
                  staff_assignment asg
                where
                  asg.staff_id = _row.id
                  and asg.ended_at is null
                  and (
                    asg.valid_to is null
                    or asg.valid_to >= greatest(asg.valid_from, ($2::timestamptz at time zone 'Asia/Shanghai')::date)
                  )
                  and asg.school_id = any ($3::uuid[])
              )
            ) then json_build_array(p.name, p.phone)
            else json_build_array(
              coalesce(
                (
                  select
                    asg.held_as
                  from
                    staff_assignment asg
                  where
                    asg.staff_id = _row.id
                    and asg.school_id = any ($3::uuid[])
                  order by
                    asg.valid_to desc nulls first,
                    asg.id desc
                  limit
                    1
                ),
                p.name
              ),
              null
            )
          end
        from
          person p
        where
          p.id = _row.person_id
      ) as v1,
      _row."staff_number" as v2
    from
      "staff" _row
    where
      (
        _row.id in (
          select
            a.staff_id
          from
            staff_assignment a
          where
            a.school_class_id = _parent.id
            and a.role = 'HOMEROOM_TEACHER'
            and a.ended_at is null
            and a.valid_from <= ($2::timestamptz at time zone 'Asia/Shanghai')::date
            and (
              a.valid_to is null
              or a.valid_to >= ($2::timestamptz at time zone 'Asia/Shanghai')::date
            )
        )
        and (
          _row.id = $1::uuid
          or exists (
            select
              1
            from
              staff_assignment a
            where
              a.staff_id = _row.id
              and a.school_id = any ($3::uuid[])
          )
        )
      )
    limit
      1
  ) _found
where
  _parent.id = any ($4::uuid[]);

-- SchoolClass.students
select
  _parent.id,
  _found.*
from
  "school_class" _parent
  left join lateral (
    select
      _row."id" as v0,
      _row."name" as v1,
      _row."student_number" as v2
    from
      "class_membership" _link
      join "student" _row on _row.id = _link."student_id"
    where
      (
        (
          _link."school_class_id" = _parent.id
          and _link.status = 'ACTIVE'
        )
        and exists (
          select
            1
          from
            class_membership m
          where
            m.student_id = _row.id
            and m.school_class_id = any ($1::uuid[])
            and m.status = 'ACTIVE'
        )
      )
    order by
      _row."name" asc,
      _row."id" asc
    limit
      $2::int
  ) _found on true
where
  (
    _parent.id = any ($3::uuid[])
    and (
      _found.v0 is not null
      or (_parent.id = any ($1::uuid[])) is not true
    )
  );

-- SchoolYear
select
  _row."id" as v0,
  _row."name" as v1
from
  "school_year" _row
where
  _row.id = any ($1::uuid[]);

-- Student.guardianships
select
  _parent.id,
  _found.*
from
  "student" _parent
  left join lateral (
    select
      (
        select
          coalesce(json_agg(pupil.id), '[]')
        from
          (
            select
              _row.student_id
          ) pupil (id)
      ) as v0,
      _row."guardian_id" as v1,
      _row."id" as v2,
      _row."legal" as v3,
      _row."primary_contact" as v4,
      _row."relation" as v5,
      _row."status" as v6
    from
      "guardianship" _row
    where
      (
        _row."student_id" = _parent.id
        and exists (
          select
            1
          from
            class_membership m
          where
            m.student_id = _row.student_id
            and m.school_class_id = any ($1::uuid[])
            and m.status = 'ACTIVE'
        )
      )
    order by
      _row."valid_from" desc,
      _row."id" desc
    limit
      $2::int
  ) _found on true
where
  (
    _parent.id = any ($3::uuid[])
    and (
      _found.v2 is not null
      or (
        exists (
          select
            1
          from
            class_membership m
          where
            m.student_id = _parent.id
            and m.school_class_id = any ($1::uuid[])
            and m.status = 'ACTIVE'
        )
      ) is not true
    )
  );

-- Student.households
select
  _parent.id,
  _found.*
from
  "student" _parent
  left join lateral (
    select
      (
        select
          coalesce(json_agg(pupil.id), '[]')
        from
          (
            select
              stu.id
            from
              household_student hst
              join student stu on stu.id = hst.student_id
            where
              hst.household_id = _row.id
              and (
                stu.school_id = any ($1::uuid[])
                or exists (
                  select
                    1
                  from
                    class_membership m
                  where
                    m.student_id = stu.id
                    and m.school_class_id = any ($2::uuid[])
                    and m.status = 'ACTIVE'
                )
              )
          ) pupil (id)
      ) as v0,
      _row."id" as v1,
      (
        coalesce(
          (
            select
              string_agg(
                stu.name,
                '、'
                order by
                  stu.id
              )
            from
              household_student hst
              join student stu on stu.id = hst.student_id
            where
              hst.household_id = _row.id
              and exists (
                select
                  1
                from
                  class_membership m
                where
                  m.student_id = stu.id
                  and m.school_class_id = any ($2::uuid[])
                  and m.status = 'ACTIVE'
              )
          ) || '家',
          '家庭'
        )
      ) as v2
    from
      "household_student" _link
      join "household" _row on _row.id = _link."household_id"
    where
      (
        _link."student_id" = _parent.id
        and exists (
          select
            1
          from
            household_student hs
            join class_membership m on m.student_id = hs.student_id
          where
            hs.household_id = _row.id
            and m.school_class_id = any ($2::uuid[])
            and m.status = 'ACTIVE'
        )
      )
    order by
      _row."created_at" asc,
      _row."id" asc
    limit
      $3::int
  ) _found on true
where
  (
    _parent.id = any ($4::uuid[])
    and (
      _found.v1 is not null
      or (
        exists (
          select
            1
          from
            class_membership m
          where
            m.student_id = _parent.id
            and m.school_class_id = any ($2::uuid[])
            and m.status = 'ACTIVE'
        )
      ) is not true
    )
  );

-- the number of SchoolClass.studentCount
select
  _parent.id,
  _found.*
from
  "school_class" _parent
  cross join lateral (
    select
      case
        when (_parent.id = any ($1::uuid[])) is not true then null
        else count(*)::int
      end as n
    from
      "class_membership" _row
    where
      (
        _row."school_class_id" = _parent.id
        and (
          _row.school_class_id = any ($1::uuid[])
          or exists (
            select
              1
            from
              class_membership m
            where
              m.student_id = _row.student_id
              and m.school_class_id = any ($1::uuid[])
              and m.status = 'ACTIVE'
          )
        )
        and _row.status = 'ACTIVE'
      )
  ) _found
where
  _parent.id = any ($2::uuid[]);
